# A farm of links from packages, as dotfile managers keep it: made, checked, changed, taken away.
mkdir -p farm packages/one/bin packages/one/lib packages/two/bin 'packages/two/with blank'
echo a >packages/one/bin/a
echo b >packages/two/bin/b
echo c >'packages/two/with blank/c d'
ln -s ../shared packages/one/lib/link
plant() {
    find "packages/$1" ! -type d | LC_ALL=C sort | while IFS= read -r file; do
        place=farm/${file#packages/*/}
        mkdir -p "${place%/*}"
        if [ -h "$place" ] && [ "$(realpath -m "$place")" = "$(realpath -m "$file")" ]; then
            echo "there: $place"
        else
            ln -srv "$file" "$place" || echo "conflict: $place"
        fi
    done
}
plant one
plant two
plant one
echo other >packages/two/bin/a
plant two
ln -sfr --backup=numbered -v packages/two/bin/a farm/bin/a
ln -sfr --backup=numbered -v packages/one/bin/a farm/bin/a
find farm -type l | LC_ALL=C sort | while IFS= read -r link; do
    echo "$link -> $(readlink "$link") = $(realpath --relative-base=. "$link" 2>/dev/null || echo broken)"
done
find farm -type l -print0 | LC_ALL=C sort -z | xargs -0 readlink -zm | tr '\0' '\n' | sed "s|$PWD|.|"
find farm -type l -print0 | LC_ALL=C sort -z | xargs -0 realpath -z --relative-to=farm | tr '\0' '\n'
find farm -lname '*packages/one*' -delete
