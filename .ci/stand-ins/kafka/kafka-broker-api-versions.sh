#!/bin/bash
# Says only whether the broker (--bootstrap-server HOST:PORT) takes connections: the command behind Apache's script is in an
# artefact that the product does not have.
exec 3<>"/dev/tcp/${2%:*}/${2#*:}"
