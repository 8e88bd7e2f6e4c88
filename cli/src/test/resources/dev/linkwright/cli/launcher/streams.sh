# Streams that are closed or full, locales, and lists that are long.
touch g file
ln -si file g <&-; echo "code $?"
ln -sv a b >/dev/full; echo "code $?"
ln -sv a b2 >&-; echo "code $?"
readlink b >/dev/full; echo "code $?"
realpath -z b >/dev/full; echo "code $?"
ln --help >/dev/full; echo "code $?"
ln -x 2>/dev/full; echo "code $?"
ln -s a g 2>&-; echo "code $?"
LC_ALL=C ln -sv a "$(printf '\303\251')"
LC_ALL=C.UTF-8 ln -sv a "$(printf '\303\250')"
LC_ALL='' LC_CTYPE=C.UTF-8 LANG=C ln -sv a "$(printf '\303\252')"
LC_ALL='' LC_CTYPE='' LANG='' ln -sv a "$(printf '\303\253')"
LC_ALL=C ln -s "$(printf '\351')" "$(printf '\350')"
readlink "$(printf '\350')" | od -An -c
mkdir many
ln -s -t many $(seq 3000) && ls many | wc -l
ln -f g many $(seq 1 0) && readlink many/* | wc -l
realpath -m $(seq 3000) | tail -n 1 | sed "s|$PWD|.|"
rm -r many
POSIXLY_CORRECT=1 ln -s -- -a -b && readlink -- -b
for word in ln readlink realpath; do
    $word; $word --nonsense; $word -- 2>&1
done
