#!/bin/sh
# Every rule loads and every example comes out as its rule says. Takes the build folder.
exec "$1/bin/svod-rules" check
