# A second work tree that shares what it can with the first, and links that git tracks.
export GIT_CONFIG_NOSYSTEM=1 HOME="$PWD" GIT_AUTHOR_DATE='2026-01-01T00:00:00Z' GIT_COMMITTER_DATE='2026-01-01T00:00:00Z'
git init -q -b main first
git -C first config user.name N
git -C first config user.email n@example.org
ln -s target first/link
ln -s ../outside first/out
echo text >first/target
git -C first add . && git -C first commit -qm 'Links' && git -C first ls-files -s
mkdir -p second/.git/logs
for part in config refs logs/refs objects info hooks packed-refs; do
    ln -s "$(readlink -f first/.git)/$part" "second/.git/$part"
done
cp first/.git/HEAD second/.git/HEAD
git -C second reset -q --hard && readlink second/link second/out
git -C second status --short
ln -sf elsewhere second/link
git -C second status --short
realpath --relative-to=first "$(git -C first rev-parse --git-dir)" >/dev/null && echo 'found its way'
rm -rf first/.git second
