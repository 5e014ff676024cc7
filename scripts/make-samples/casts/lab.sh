#!/bin/bash
# Gives a recording a machine of its own: its own network, processes, host name, /root, and files of name resolution.
#
#     KUBE_APISERVER=… ETCD=… ./lab.sh SESSION OUT.cast     (as root, on Linux)
#
# Needs kube-apiserver, etcd, kubectl, dlv, curl, tcpdump, openssl and python3. Nothing outside of the namespaces is changed.
# What a session needs beforehand is in the file of its name with `.sh`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
session=$(realpath "$1")
out=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export session out here work KUBE_APISERVER ETCD

unshare --net --mount --uts --pid --fork --mount-proc --kill-child bash -eu -c '
  hostname master-0
  cp "$here/record.py" "$session" "$work/"
  session=$(basename "$session")
  mkdir "$work/bin" "$work/etc"
  for program in "$KUBE_APISERVER" "$ETCD"; do
    touch "$work/bin/$(basename "$program")"
    mount --bind "$program" "$work/bin/$(basename "$program")"
  done
  mount --rbind "$work/bin" /usr/local/bin
  printf "hosts: files dns\n" > "$work/etc/nsswitch.conf"
  printf "nameserver 10.50.8.2\n" > "$work/etc/resolv.conf"
  printf "127.0.0.1 localhost\n::1 localhost\n" > "$work/etc/hosts"
  for file in nsswitch.conf resolv.conf hosts; do mount --bind "$work/etc/$file" "/etc/$file"; done
  mount -t tmpfs tmpfs /root
  mount -t tmpfs tmpfs /var/lib
  mount -t tmpfs tmpfs /var/run
  cd /root
  ip link set lo up
  # The other end of eth0 lies in a namespace where nobody answers: packets are sent, and that is all.
  unshare --net sleep infinity &
  sleep 0.5
  ip link add eth0 type veth peer name peer0
  ip link set peer0 netns $!
  nsenter --net=/proc/$!/ns/net ip link set peer0 up
  ip address add 10.50.8.27/24 dev eth0
  ip link set eth0 up
  prepare="$here/${session%.session}.sh"
  if [ -f "$prepare" ]; then . "$prepare" > "$work/prepare.log" 2>&1 || { cat "$work/prepare.log" >&2; exit 1; }; fi
  /usr/bin/python3 "$work/record.py" "$work/$session" "$work/recording.cast"
  cp "$work/recording.cast" "$out"
'
