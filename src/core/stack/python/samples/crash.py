import sys, threading, faulthandler
kind = sys.argv[1]
def deep(n): return deep(n + 1)
class Odd(Exception):
    pass
def fail(d):
    return d["key"]["x"]
if kind == "plain": fail({"key": {}})
if kind == "chain":
    try:
        fail({})
    except KeyError as e:
        raise ValueError("outer\nsecond line\n\nfourth") from e
if kind == "context":
    try:
        fail({})
    except KeyError:
        (lambda: 1 / 0)()
if kind == "recursion": deep(0)
if kind == "syntax": compile("def f(:\n  pass", "x.py", "exec")
if kind == "indent": exec("if 1:\nx=1")
if kind == "group":
    def g():
        try:
            fail({})
        except KeyError as e:
            e.add_note("a note\nof two lines")
            raise
    errors = []
    for f in (g, lambda: int("x")):
        try: f()
        except Exception as e: errors.append(e)
    raise ExceptionGroup("several", [*errors, ExceptionGroup("inner", [Odd("deep")])])
if kind == "thread":
    t = threading.Thread(target=fail, args=({},), name="worker"); t.start(); t.join()
if kind == "segv":
    faulthandler.enable()
    import time
    threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
    import ctypes; ctypes.string_at(0)
if kind == "dumpall":
    import time
    threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
    faulthandler.dump_traceback()
if kind == "later":
    faulthandler.dump_traceback_later(0.5); import time; time.sleep(1)
if kind == "log":
    import logging
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    try: fail({})
    except KeyError: logging.exception("failed to read")
if kind == "exit": raise Odd
if kind == "asyncio":
    import asyncio
    async def boom(): raise Odd("async")
    async def main(): await asyncio.gather(boom())
    asyncio.run(main())
if kind == "json":
    import json; json.loads("{")
