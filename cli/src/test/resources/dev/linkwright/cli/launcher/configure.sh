# What configure scripts find out about ln, and the links of a shared library.
mkdir probe
echo text >probe.file
if ln -s probe.file probe 2>/dev/null && test -h probe/probe.file; then
    echo "ln -s links into a directory: $(readlink probe/probe.file)"
fi
if ln -s probe.file probe.link 2>&1 && test "$(cat probe.link)" = text; then
    echo 'ln -s works'
fi
rm -f probe.link
if ln probe.file probe.hard && test probe.file -ef probe.hard; then
    echo 'ln works'
fi
ln -s probe.file probe.link
ln -s other probe.link || echo "no second link: $?"
ln -s -f other probe.link && readlink probe.link
ln -n -s -f third probe.link && readlink probe.link
: >libprobe.so.1.2.3
for name in libprobe.so.1 libprobe.so; do
    { ln -s -f libprobe.so.1.2.3 $name || { rm -f $name && ln -s libprobe.so.1.2.3 $name; }; }
done
(cd probe && ln -s -f ../libprobe.so.1.2.3 libprobe.so) && realpath --relative-to=. probe/libprobe.so
ln probe.file nowhere/at/all || echo "no directory: $?"
ln --version >/dev/null && ln --help >/dev/null && echo 'answers questions'
