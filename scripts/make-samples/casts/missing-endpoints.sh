# Three control-plane addresses, one apiserver: on two of them nothing listens. The metrics API is registered, and its Service has no pods.
ip address add 172.22.248.225/24 dev eth0
ip address add 172.22.248.226/24 dev eth0
ip address add 172.22.248.227/24 dev eth0
. "$here/cluster.sh" 172.22.248.227
printf -- '--bind-address=172.22.248.227\n' >> /root/flags
kube-apiserver $(cat /root/flags) > /root/apiserver.log 2>&1 &
for _ in $(seq 60); do kubectl get --raw /readyz && break; sleep 1; done
cat <<'Y' | kubectl apply -f -
apiVersion: v1
kind: Service
metadata: {name: metrics-server, namespace: kube-system}
spec:
  selector: {k8s-app: metrics-server}
  ports: [{name: https, port: 443, protocol: TCP, targetPort: 4443}]
---
apiVersion: v1
kind: Endpoints
metadata: {name: metrics-server, namespace: kube-system}
subsets: []
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1beta1.metrics.k8s.io}
spec:
  group: metrics.k8s.io
  version: v1beta1
  service: {name: metrics-server, namespace: kube-system}
  groupPriorityMinimum: 100
  versionPriority: 100
  insecureSkipTLSVerify: true
Y
sleep 5
# As an engineer finds it: the address of the load balancer, which passes the refusal on.
sed -i 's/172.22.248.227:6443/172.22.248.225:6443/' /root/.kube/config
kubectl --server https://172.22.248.227:6443 get apiservice v1beta1.metrics.k8s.io
