"""Runs a session in a shell of its own terminal and writes what the terminal showed, as asciicast v3.

    python3 record.py SESSION OUT.cast

A session is a text file, read line by line:

    = title of the recording
    % s-tail            a marker: the id of the step that follows
    $ ls -l             typed at the shell's prompt; the next line waits until the prompt is back
    (dlv)$ continue     the same at another prompt, here Delve's
    ! a.sh              run beside the terminal, unseen

Words are typed one by one. No time of day, no name of this machine and no environment is written down.
"""

import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
import fcntl

COLUMNS, ROWS = 80, 24
PROMPT = os.environ.get("CAST_PROMPT", "root@master-0:~# ")
LONGEST = 180


class Recorder:
    def __init__(self, out):
        self.out = out
        self.last = time.monotonic()
        self.pending = b""

    def event(self, code, data):
        now = time.monotonic()
        self.out.write(json.dumps([round(now - self.last, 3), code, data], ensure_ascii=False) + "\n")
        # What rounding took away is not lost: the next interval counts from what was written.
        self.last += round(now - self.last, 3)

    def output(self, data):
        self.pending += data
        text = self.pending.decode("utf-8", errors="ignore")
        if text.encode("utf-8") != self.pending and len(self.pending) < 4:
            return
        self.pending = b""
        self.event("o", text)


def read_until(master, recorder, ends):
    """Records until the terminal has shown one of `ends` and has been quiet for a moment."""
    tail = ""
    started = time.monotonic()
    while time.monotonic() - started < LONGEST:
        ready, _, _ = select.select([master], [], [], 0.2)
        if ready:
            data = os.read(master, 65536)
            # What comes in one go is one event.
            time.sleep(0.015)
            while select.select([master], [], [], 0)[0]:
                data += os.read(master, 65536)
            recorder.output(data)
            tail = (tail + data.decode("utf-8", errors="ignore"))[-200:]
        elif any(tail.endswith(end) for end in ends):
            return
    raise SystemExit(f"no prompt {ends} after {LONGEST} s; the terminal showed: {tail!r}")


def type_line(master, recorder, line):
    words = line.split(" ")
    for index, word in enumerate(words):
        os.write(master, ((" " if index else "") + word).encode())
        time.sleep(0.09)
        while select.select([master], [], [], 0.02)[0]:
            recorder.output(os.read(master, 65536))
    time.sleep(0.5)
    os.write(master, b"\r")


def main(session, path):
    lines = [line.rstrip("\n") for line in open(session, encoding="utf-8")]
    title = next(line[2:] for line in lines if line.startswith("= "))
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    environment = {
        "HOME": "/root",
        "PATH": "/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PS1": PROMPT,
        "INPUTRC": "/root/.inputrc",
        "KUBECONFIG": "/root/.kube/config",
        "HISTFILE": "",
    }
    with open("/root/.inputrc", "w", encoding="utf-8") as inputrc:
        inputrc.write("set enable-bracketed-paste off\nset bell-style none\n")
    shell = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"],
        stdin=slave, stdout=slave, stderr=slave, env=environment, cwd="/root",
        preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)),
    )
    os.close(slave)
    with open(path, "w", encoding="utf-8") as out:
        header = {"version": 3, "term": {"cols": COLUMNS, "rows": ROWS, "type": "xterm"}, "title": title}
        out.write(json.dumps(header, ensure_ascii=False) + "\n")
        recorder = Recorder(out)
        read_until(master, recorder, [PROMPT])
        for index, line in enumerate(lines):
            if line.startswith("% "):
                recorder.event("m", line[2:])
            elif line.startswith("! "):
                subprocess.run(["sh", "-c", line[2:]], check=True)
                recorder.last = time.monotonic()
            elif "$ " in line[:8]:
                command = line.split("$ ", 1)[1]
                type_line(master, recorder, command)
                # The prompt behind this line is the one at which the next line is typed.
                following = next((later for later in lines[index + 1 :] if "$ " in later[:8]), "$ ")
                prompt = following.split("$ ", 1)[0]
                read_until(master, recorder, [prompt + " " if prompt else PROMPT])
        time.sleep(1)
        recorder.event("x", "0")
    shell.kill()


main(sys.argv[1], sys.argv[2])
