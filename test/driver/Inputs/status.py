#!/usr/bin/env python3
"""Runs a program and says whether it ends with the status: STATUS PROGRAM..."""

import subprocess
import sys

status = subprocess.run(sys.argv[2:], check=False).returncode
if status != int(sys.argv[1]):
    sys.exit(f"expected exit status {sys.argv[1]}, found {status}")
