# Starts etcd, and writes what an apiserver needs: keys, a token, its flags, and a kubeconfig for whoever asks it.
openssl genrsa -out /root/sa.key 2048 2> /dev/null
mkdir -p /root/.kube /var/lib/etcd
printf 'a-token-of-this-recording,kubernetes-admin,1,"system:masters"\n' > /root/tokens.csv
address=${1:-10.50.8.27}
cat > /root/.kube/config <<K
apiVersion: v1
kind: Config
clusters: [{name: kubernetes, cluster: {server: "https://$address:6443", insecure-skip-tls-verify: true}}]
users: [{name: kubernetes-admin, user: {token: a-token-of-this-recording}}]
contexts: [{name: prod, context: {cluster: kubernetes, user: kubernetes-admin}}]
current-context: prod
K
chmod 600 /root/.kube/config
etcd --data-dir /var/lib/etcd --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 \
  --listen-peer-urls http://127.0.0.1:2380 --initial-advertise-peer-urls http://127.0.0.1:2380 \
  --initial-cluster default=http://127.0.0.1:2380 > /root/etcd.log 2>&1 &
cat > /root/flags <<F
--etcd-servers=http://127.0.0.1:2379
--service-cluster-ip-range=10.96.0.0/12
--service-account-issuer=https://kubernetes.default.svc
--service-account-key-file=/root/sa.key
--service-account-signing-key-file=/root/sa.key
--cert-dir=/root/pki
--token-auth-file=/root/tokens.csv
--authorization-mode=Node,RBAC
--advertise-address=$address
--endpoint-reconciler-type=none
--insecure-port=0
F
sleep 2
