# guard SIGNAL GRACE COMMAND...
#
# Runs COMMAND in a session of its own and prints its process id first. Standard input is a pipe from the host: when it closes,
# because the host asks or because the host is gone (kill -9 included), COMMAND gets SIGNAL, and its whole process group
# gets KILL after GRACE seconds. Ends with COMMAND's exit status.
#
# The first lines of standard input, up to an empty one, are environment variables whose names a shell does not pass on
# (ConnectionStrings__schools-db).

trap : HUP INT TERM
signal=$1 grace=$2
shift 2
while IFS= read -r variable && [ -n "$variable" ]; do
  set -- "$variable" "$@"
done
exec 3<&0 </dev/null

run='echo $$; exec env "$@"'
if command -v setsid >/dev/null 2>&1; then
  setsid sh -c "$run" guarded "$@" 3<&- &
else
  set -m
  sh -c "$run" guarded "$@" 3<&- &
fi
child=$!

(
  trap '' HUP INT TERM
  while read -r _ <&3; do :; done
  kill -s "$signal" "$child"
  left=$((grace * 10))
  while [ "$left" -gt 0 ] && kill -0 "$child"; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -s KILL -- "-$child"
) >/dev/null 2>&1 &
watch=$!

wait "$child"
status=$?
# A signal to this shell ends the wait early: wait until the command is really gone.
while kill -0 "$child" 2>/dev/null; do
  wait "$child"
  status=$?
done

kill -s KILL -- "-$child" 2>/dev/null
kill -s KILL "$watch" 2>/dev/null
exit "$status"
