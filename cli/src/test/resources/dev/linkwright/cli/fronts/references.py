"""Plants small trees, runs command lines of reference programs in them, and tells what came of it.

Reads JSON objects, one a line, from a file: {"do": "plant" | "run" | "snapshot", "cases": ..., ...}. All text is in
JSON as if it were Latin-1, so that every byte has one character. Answers are lines of JSON in the order of the cases.
"""
import json
import os
import resource
import signal
import sys

def raw(text):
    return text.encode('latin-1')


def plant(root, entries):
    os.makedirs(root)
    for kind, name, text in entries:
        place = os.path.join(root, raw(name))
        if kind == 'd':
            os.mkdir(place)
        elif kind == 'l':
            os.symlink(raw(text).replace(b'@', root), place)
        elif kind == 'h':
            os.link(os.path.join(root, raw(text)), place, follow_symlinks=False)
        else:
            with open(place, 'wb') as file:
                file.write(raw(text))


def hide(text, root):
    """The tree's own place differs from program to program; relative to / it has no / before it."""
    above = root.rsplit(b'/', 3)[0]
    for place, sign in ((root, b'@'), (root[1:], b'@'), (above, b'%'), (above[1:], b'%')):
        text = text.replace(place, sign)
    return text


def snapshot(root):
    """What is there: for each path its kind and contents, and the first path that is the same object."""
    seen = {}
    found = []

    def walk(directory, prefix):
        for name in sorted(os.listdir(directory)):
            place = os.path.join(directory, name)
            status = os.lstat(place)
            same = seen.setdefault((status.st_dev, status.st_ino), prefix + name)
            line = prefix + name
            if os.path.islink(place):
                line += b' -> ' + hide(os.readlink(place), root)
            elif os.path.isdir(place):
                line += b'/'
            else:
                with open(place, 'rb') as file:
                    line += b': ' + file.read()
            if same != prefix + name:
                line += b' = ' + same
            found.append(line.decode('latin-1'))
            if os.path.isdir(place) and not os.path.islink(place):
                walk(place, prefix + name + b'/')

    walk(root, b'')
    return '\n'.join(found)


def run(root, command, environment, stdin, scratch, seconds):
    os.chdir(root)
    paths = [os.path.join(scratch, name) for name in (b'in', b'out', b'err')]
    with open(paths[0], 'wb') as file:
        file.write(stdin)
    actions = [(os.POSIX_SPAWN_OPEN, 0, paths[0], os.O_RDONLY, 0)]
    for number in (1, 2):
        actions.append((os.POSIX_SPAWN_OPEN, number, paths[number], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    child = os.posix_spawn(command[0], command, environment, file_actions=actions)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, seconds)
    status = os.waitpid(child, 0)[1]
    signal.setitimer(signal.ITIMER_REAL, 0)
    result = {'code': os.waitstatus_to_exitcode(status)}
    for number, name in ((1, 'out'), (2, 'err')):
        with open(paths[number], 'rb') as file:
            result[name] = hide(file.read(), root).decode('latin-1')
    return result


def main():
    with open(sys.argv[1], encoding='utf-8') as orders, open(sys.argv[2], 'w', encoding='utf-8') as answers:
        for line in orders:
            order = json.loads(line)
            root = raw(order['root'])
            answer = {}
            if 'tree' in order:
                plant(root, order['tree'])
            if 'command' in order:
                environment = {raw(key): raw(value) for key, value in order['environment'].items()}
                command = [raw(word).replace(b'@', root) for word in order['command']]
                if order['seconds'] < 1:
                    # A program that never ends may also never stop asking for memory.
                    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
                answer = run(root, command, environment, raw(order['stdin']), raw(order['scratch']), order['seconds'])
            if order['snapshot']:
                answer['tree'] = snapshot(root)
            answers.write(json.dumps(answer) + '\n')
    os.chdir('/')


main()
