"""Hand the command line to nutgraf, or say what this computer lacks to run it."""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write("nutgraf needs Python 3.11 or later; this is " + sys.version.split()[0] + "\n")
    sys.exit(2)

try:
    import signal
except KeyboardInterrupt:
    sys.exit(130)

# Ctrl-C ends the program without a word, also while modules are imported; nutgraf/cli.py handles it in a command.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from pathlib import Path

from nutgraf.requirements import advice

if __name__ == "__main__":
    try:
        from nutgraf.cli import main

        sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent))
    except ModuleNotFoundError as error:
        message = advice(error.name)
        if message is None:
            raise
        sys.stderr.write(message)
        sys.exit(2)
