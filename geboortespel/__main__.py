"""`python -m geboortespel`."""

from geboortespel.cli.main import main

if __name__ == "__main__":
    main()
