# A kube-apiserver that somebody started by hand.
. "$here/cluster.sh"
printf -- '--feature-gates=\n--cors-allowed-origins=/127.0.0.1(:[0-9]+)?$,/localhost(:[0-9]+)?$\n' >> /root/flags
sed -i '/^--feature-gates=$/d' /root/flags
xargs -d '\n' kube-apiserver < /root/flags > /root/apiserver.log 2>&1 &
for _ in $(seq 60); do kubectl get --raw /readyz && break; sleep 1; done
