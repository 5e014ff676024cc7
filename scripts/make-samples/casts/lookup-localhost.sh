# No ::1; two nameservers that answer nothing, and a search domain: 2 names × 2 attempts × 2 × 5 s are 40 s, where the API server
# waits for 30. Three nameservers and no domain would be 30 s against 30 s, a race. DNS before files: Kubernetes 1.20.2 as Debian builds it (Go 1.19) asks files first
# where nsswitch.conf is missing, so the order that Go up to 1.15 has by itself is written down here.
sysctl -q net.ipv6.conf.all.disable_ipv6=1
. "$here/cluster.sh"
printf 'hosts: dns files\n' > /etc/nsswitch.conf
printf 'search prod.example.com\nnameserver 10.50.8.2\nnameserver 10.50.8.3\n' > /etc/resolv.conf
printf '127.0.0.1 localhost\n' > /etc/hosts
for last in 2 3; do ip neighbour add 10.50.8.$last lladdr 02:00:00:00:00:0$last dev eth0 nud permanent; done
# The schema of the cluster is in etcd before the first attempt, so that it lasts as long as on a node that has run before.
printf 'hosts: files dns\n' > /etc/nsswitch.conf
kube-apiserver $(cat /root/flags) > /root/first.log 2>&1 &
first=$!
for _ in $(seq 60); do curl -sfk https://127.0.0.1:6443/readyz && break; sleep 1; done
kill $first; wait $first || true
rm /root/first.log
printf 'hosts: dns files\n' > /etc/nsswitch.conf
