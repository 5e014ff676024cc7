"""Crashes in the way that its argument names: messages of several lines, chains and groups."""
import sys
import logging


class Odd(Exception):
    def __str__(self):
        return "first line\n  second line, indented\n\nfourth line"


def fail():
    raise ValueError("first line\nsecond line\nthird line")


def group():
    errors = []
    for number in range(3):
        try:
            fail() if number == 1 else int("x" * number)
        except ValueError as error:
            error.add_note(f"note {number}\nof two lines")
            errors.append(error)
    return errors


kind = sys.argv[1]
if kind == "lines":
    fail()
elif kind == "odd":
    raise Odd
elif kind == "bare-cause":
    raise RuntimeError("outer") from ValueError("never\nraised")
elif kind == "chain-lines":
    try:
        try:
            fail()
        except ValueError as error:
            raise KeyError("k") from error
    except KeyError:
        raise Odd
elif kind == "notes":
    try:
        fail()
    except ValueError as error:
        error.add_note("a note")
        error.add_note("another\n  of two lines")
        raise
elif kind == "notes-chain":
    try:
        try:
            fail()
        except ValueError as error:
            error.add_note("a note")
            raise
    except ValueError as error:
        raise RuntimeError("outer") from error
elif kind == "group-notes":
    raise ExceptionGroup("several\nof them", group())
elif kind == "group-nested":
    raise ExceptionGroup("outer", [ExceptionGroup("inner", group()), KeyError(1)])
elif kind == "group-cause":
    try:
        raise ExceptionGroup("outer", group())
    except ExceptionGroup as error:
        raise RuntimeError("behind a group") from error
elif kind == "group-many":
    raise ExceptionGroup("many", [ValueError(number) for number in range(20)])
elif kind == "group-in-cause":
    try:
        fail()
    except ValueError as error:
        raise ExceptionGroup("with a cause", [KeyError(1)]) from error
elif kind == "log":
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for _ in range(2):
        try:
            raise Odd
        except Odd:
            logging.exception("it failed")
    logging.warning("and goes on")
elif kind == "log-basic":
    try:
        fail()
    except ValueError:
        logging.exception("it failed")
    logging.warning("and goes on")
elif kind == "stack-info":
    logging.basicConfig()

    def f():
        logging.error("where", stack_info=True)

    f()
    logging.warning("and goes on")
elif kind == "ignored":
    class Del:
        def __del__(self):
            fail()

    Del()
    print("goes on")
elif kind == "syntax-exec":
    exec("x = (1,\ny = 2\n")
elif kind == "indent":
    exec("if 1:\nx = 2\n")
elif kind == "eval":
    eval("1 +* 2")
elif kind == "remote":
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(1) as pool:
        pool.submit(fail).result()
elif kind == "task":
    import asyncio

    async def boom():
        fail()

    async def main():
        asyncio.create_task(boom())
        await asyncio.sleep(0.01)

    asyncio.run(main())
    print("goes on")
elif kind == "yaml":
    import yaml

    yaml.safe_load("a: b: c")
elif kind == "yaml-two":
    import yaml

    yaml.safe_load("a: [1\nb: 2\n")
elif kind == "pydantic":
    import pydantic

    class Model(pydantic.BaseModel):
        name: str
        port: int

    Model(port="http")
