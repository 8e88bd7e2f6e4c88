# Releases behind a link that is changed in place, alternatives behind two links, and scripts that look for themselves.
mkdir -p releases/1 releases/2 etc bin
for release in 1 2 2 1; do
    ln -sfnv "releases/$release" current
    readlink current
done
ln -sfTv releases/2 current
ln -sfv releases/1 current
readlink current current/1
rm -f current/1
ln -s ../etc/editor bin/editor
ln -sf ../bin/vi etc/editor
ln -sf ../bin/nano etc/editor
readlink -f bin/editor | sed "s|$PWD|.|"
readlink -e bin/editor || echo "nothing there: $?"
cat >bin/self <<'SELF'
here=$(dirname -- "$(readlink -f -- "$0")")
echo "${here#"$1"}"
here=$(cd -- "$(dirname -- "$(realpath -- "$0")")" && pwd -P)
echo "${here#"$1"}"
SELF
ln -s bin/self run
ln -s ../run releases/run
for script in ./run releases/run "$PWD/bin/../run"; do
    sh "$script" "$(pwd -P)"
done
ln -sn releases/9 current || echo "taken: $?"
yes | ln -si releases/2 current/
yes n | ln -si releases/2 current/ || :
ln -sb releases/3 current/2 && ls -A current/
