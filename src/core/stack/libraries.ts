import type { Place } from './frame-print.ts';

/** Code that a program uses and its authors did not write. */
export interface Library {
  readonly name: string;
  /** It comes with the language. */
  readonly standard: boolean;
}

/**
 * Go libraries by the beginning of a package's path: `google.golang.org/grpc` is itself and all below it. The longest
 * one that fits counts. To add one: a row here.
 *
 * What is a program of its own (`k8s.io/kubernetes`, `k8s.io/minikube`) is no library, though its neighbours are.
 */
const PACKAGES: readonly (readonly [prefix: string, name: string | undefined])[] = [
  ['k8s.io', 'Kubernetes'],
  ['k8s.io/kubernetes', undefined],
  ['k8s.io/minikube', undefined],
  ['k8s.io/kops', undefined],
  ['k8s.io/klog', 'klog'],
  ['k8s.io/client-go', 'client-go'],
  ['k8s.io/apiserver', 'Kubernetes API server library'],
  ['k8s.io/apimachinery', 'Kubernetes API machinery'],
  ['sigs.k8s.io/controller-runtime', 'controller-runtime'],
  ['sigs.k8s.io/apiserver-builder-alpha', 'apiserver-builder'],
  ['sigs.k8s.io/apiserver-network-proxy', 'apiserver network proxy'],
  ['sigs.k8s.io/structured-merge-diff', 'structured merge and diff'],
  ['sigs.k8s.io/yaml', 'YAML'],
  ['sigs.k8s.io/json', 'JSON'],
  ['go.etcd.io/etcd/client', 'etcd client'],
  ['go.etcd.io/etcd/clientv3', 'etcd client'],
  ['go.etcd.io/etcd/raft', 'raft'],
  ['go.etcd.io/etcd/pkg', 'etcd packages'],
  ['go.etcd.io/raft', 'raft'],
  ['go.etcd.io/bbolt', 'bbolt'],
  ['github.com/coreos/etcd/clientv3', 'etcd client'],
  ['google.golang.org/grpc', 'gRPC'],
  ['google.golang.org/protobuf', 'protobuf'],
  ['google.golang.org/genproto', 'protobuf'],
  ['google.golang.org/api', 'Google API client'],
  ['golang.org/x', 'golang.org/x'],
  ['go.uber.org/zap', 'zap'],
  ['go.uber.org/multierr', 'multierr'],
  ['go.uber.org/fx', 'fx'],
  ['go.opentelemetry.io', 'OpenTelemetry'],
  ['go.opencensus.io', 'OpenCensus'],
  ['gopkg.in', 'gopkg.in'],
  ['github.com/aws/aws-sdk-go', 'AWS client'],
  ['github.com/aws/aws-sdk-go-v2', 'AWS client'],
  ['github.com/beorn7/perks', 'Prometheus client'],
  ['github.com/cenkalti/backoff', 'backoff'],
  ['github.com/emicklei/go-restful', 'go-restful'],
  ['github.com/fsnotify/fsnotify', 'fsnotify'],
  ['github.com/gin-gonic/gin', 'gin'],
  ['github.com/go-logr', 'logr'],
  ['github.com/go-openapi', 'OpenAPI'],
  ['github.com/go-sql-driver/mysql', 'MySQL driver'],
  ['github.com/gogo/protobuf', 'protobuf'],
  ['github.com/golang/glog', 'glog'],
  ['github.com/golang/groupcache', 'groupcache'],
  ['github.com/golang/protobuf', 'protobuf'],
  ['github.com/google/uuid', 'uuid'],
  ['github.com/gorilla', 'gorilla'],
  ['github.com/grpc-ecosystem', 'gRPC middleware'],
  ['github.com/hashicorp/golang-lru', 'LRU cache'],
  ['github.com/jackc/pgx', 'PostgreSQL driver'],
  ['github.com/json-iterator/go', 'JSON'],
  ['github.com/labstack/echo', 'echo'],
  ['github.com/lib/pq', 'PostgreSQL driver'],
  ['github.com/modern-go', 'reflect2'],
  ['github.com/nats-io/nats.go', 'NATS client'],
  ['github.com/onsi/ginkgo', 'ginkgo'],
  ['github.com/onsi/gomega', 'gomega'],
  ['github.com/opencontainers/runc/libcontainer', 'libcontainer'],
  ['github.com/pkg/errors', 'errors'],
  ['github.com/prometheus/client_golang', 'Prometheus client'],
  ['github.com/prometheus/common', 'Prometheus client'],
  ['github.com/sirupsen/logrus', 'logrus'],
  ['github.com/spf13/cobra', 'cobra'],
  ['github.com/spf13/pflag', 'pflag'],
  ['github.com/spf13/viper', 'viper'],
  ['github.com/stretchr/testify', 'testify'],
  ['github.com/urfave/cli', 'cli'],
  ['github.com/valyala/fasthttp', 'fasthttp'],
  ['go.mongodb.org/mongo-driver', 'MongoDB driver'],
  ['gorm.io', 'gorm'],
];

/** How the symbols of other languages' own libraries begin, where no path tells so. */
const STANDARD_SYMBOLS: readonly string[] = [
  'java.',
  'javax.',
  'jdk.',
  'sun.',
  'com.sun.',
  'kotlin.',
  'scala.',
  'std::',
  'core::',
  'alloc::',
];

const BY_PACKAGE = new Map(PACKAGES);

/** The library that a frame's code belongs to; `undefined` for code of the program, and where nothing is known. */
export function libraryOf({ symbol, location }: Place): Library | undefined {
  switch (location?.kind) {
    case 'goroot':
    case 'runtime':
      return { name: 'standard library', standard: true };
    case 'module':
      return { name: nameOf(symbol.package) ?? location.module, standard: false };
    case 'package':
      return { name: location.name, standard: false };
    case 'repository':
      return { name: location.repository, standard: false };
    case 'local':
    case undefined: {
      const name = nameOf(symbol.package);
      if (name) return { name, standard: false };
      if (location?.file.includes('/vendor/')) return { name: symbol.package, standard: false };
      const standard = STANDARD_SYMBOLS.some((start) => symbol.raw.startsWith(start));
      return standard ? { name: 'standard library', standard } : undefined;
    }
  }
}

/** The library that the path of a Go package tells of, where no file is known. */
export const libraryOfPackage = (packagePath: string): string | undefined => nameOf(packagePath);

/** Code of the program itself, as far as the file's path and the package's name tell. */
export const isOwn = (frame: Place): boolean =>
  frame.location?.kind === 'local' && libraryOf(frame) === undefined;

/**
 * The frame that says most about what a goroutine does: the first of the program's own code, else the first that is
 * not of the standard library, else the top one.
 */
export const tellingFrame = <Frame extends Place>(frames: readonly Frame[]): Frame | undefined =>
  frames.find(isOwn) ?? frames.find((frame) => !libraryOf(frame)?.standard) ?? frames[0];

/** The row of the longest path that the package begins with. */
function nameOf(packagePath: string): string | undefined {
  for (let path = packagePath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (BY_PACKAGE.has(path)) return BY_PACKAGE.get(path);
  }
  return undefined;
}
