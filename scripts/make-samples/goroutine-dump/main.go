// Starts goroutines that wait in many known ways, prints the dump of all of them, and writes down what it started.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

// thing is what a goroutine waits on; several goroutines share one.
type thing struct {
	mutex   sync.Mutex
	rw      sync.RWMutex
	group   sync.WaitGroup
	cond    *sync.Cond
	channel chan int
	other   chan int
	read    *os.File
	write   *os.File
}

func newThing(piped bool) *thing {
	t := &thing{channel: make(chan int), other: make(chan int)}
	t.cond = sync.NewCond(&sync.Mutex{})
	t.mutex.Lock()
	t.rw.Lock()
	t.group.Add(1)
	if piped {
		var err error
		if t.read, t.write, err = os.Pipe(); err != nil {
			fail(err)
		}
	}
	return t
}

// kind is one way to wait. The states are those that releases of Go print for it. On a condition one waits alone,
// since the runtime prints the number of each waiter as an argument, and they come in any order.
type kind struct {
	name   string
	states []string
	// share is how many of 100 goroutines are of this kind; most is how many there can be.
	share, most int
	// sharers is how many goroutines wait on one thing.
	sharers int
	wait    func(j job)
}

var kinds = []*kind{
	{"onMutex", []string{"semacquire", "sync.Mutex.Lock"}, 17, 0, 50, onMutex},
	{"onReadLock", []string{"semacquire", "sync.RWMutex.RLock"}, 9, 0, 25, onReadLock},
	{"onWriteLock", []string{"semacquire", "sync.RWMutex.Lock", "sync.Mutex.Lock"}, 3, 0, 1, onWriteLock},
	{"onWaitGroup", []string{"semacquire", "sync.WaitGroup.Wait"}, 8, 0, 40, onWaitGroup},
	{"onCond", []string{"sync.Cond.Wait"}, 5, 0, 1, onCond},
	{"onReceive", []string{"chan receive"}, 21, 0, 30, onReceive},
	{"onSend", []string{"chan send"}, 7, 0, 7, onSend},
	{"onNilChannel", []string{"chan receive (nil chan)"}, 2, 0, 4, onNilChannel},
	{"onSelect", []string{"select"}, 14, 0, 20, onSelect},
	{"onEmptySelect", []string{"select (no cases)"}, 2, 0, 5, onEmptySelect},
	{"onSleep", []string{"sleep"}, 10, 0, 3, onSleep},
	{"onRead", []string{"IO wait"}, 2, 100, 1, onRead},
}

// job is what a goroutine has to do. An array of two is passed on the stack and not in registers, and so is all beside
// it: the dump prints the arguments as they are, and not what a register held.
type job struct {
	kind *kind
	on   *thing
	tag  [2]int
}

//go:noinline
func onMutex(j job) { j.on.mutex.Lock() }

//go:noinline
func onReadLock(j job) { j.on.rw.RLock() }

//go:noinline
func onWriteLock(j job) { j.on.rw.Lock() }

//go:noinline
func onWaitGroup(j job) { j.on.group.Wait() }

//go:noinline
func onCond(j job) { j.on.cond.L.Lock(); j.on.cond.Wait() }

//go:noinline
func onReceive(j job) { <-j.on.channel }

//go:noinline
func onSend(j job) { j.on.channel <- 1 }

//go:noinline
func onNilChannel(j job) { <-(chan int)(nil) }

//go:noinline
func onSelect(j job) {
	select {
	case <-j.on.channel:
	case <-j.on.other:
	}
}

//go:noinline
func onEmptySelect(j job) { select {} }

//go:noinline
func onSleep(j job) { time.Sleep(24 * time.Hour) }

//go:noinline
func onRead(j job) { j.on.read.Read(make([]byte, 1)) }

// descend makes the stack deep, as those of servers are.
//
//go:noinline
func descend(depth [2]int, j job) {
	if depth[0] == 0 {
		j.kind.wait(j)
	} else {
		depth[0]--
		descend(depth, j)
	}
	runtime.KeepAlive(j)
}

// Goroutines come from two places.

func startInFront(j job) { go descend(depthOf(j), j) }

func startBehind(j job) { go descend(depthOf(j), j) }

func depthOf(j job) [2]int { return [2]int{20 + j.tag[0], 0} }

// origin is everything that tells goroutines apart; a coarser level leaves fields empty.
type origin struct {
	kind, creator string
	class, shard  int
	thing         *thing
}

type truth struct {
	Go         string              `json:"go"`
	Goroutines int                 `json:"goroutines"`
	Functions  map[string]int      `json:"functions"`
	Creators   map[string]int      `json:"creators"`
	States     map[string][]string `json:"states"`
	// Sizes of the buckets of each level, largest first. main is one more, in a bucket of its own.
	Buckets map[string][]int `json:"buckets"`
	// Things by their address, with how many goroutines wait on each.
	Shared map[string]int `json:"shared"`
}

func main() {
	goroutines := flag.Int("goroutines", 20000, "how many to start, beside main")
	dump := flag.String("dump", "goroutines.txt", "file for the dump")
	written := flag.String("truth", "truth.json", "file for what was started")
	flag.Parse()

	origins := startAll(*goroutines)
	text := dumpOfWaiting()
	write(*dump, text)
	encoded, err := json.MarshalIndent(truthOf(origins), "", "  ")
	if err != nil {
		fail(err)
	}
	write(*written, append(encoded, '\n'))
	fmt.Printf("%d goroutines and main, %d bytes\n", *goroutines, len(text))
}

// startAll starts as many goroutines, of each kind its share; what is left over goes to the first kind.
func startAll(total int) map[origin]int {
	origins := map[origin]int{}
	left := total
	for index := len(kinds) - 1; index >= 0; index-- {
		k := kinds[index]
		count := total * k.share / 100
		if k.most > 0 && count > k.most {
			count = k.most
		}
		if index == 0 {
			count = left
		}
		left -= count
		var t *thing
		for n := 0; n < count; n++ {
			if n%k.sharers == 0 {
				t = newThing(k.name == "onRead")
			}
			// The numbers repeat at different lengths.
			class, shard := n/k.sharers%3, n/k.sharers%7
			from, start := "startInFront", startInFront
			if n%2 == 1 {
				from, start = "startBehind", startBehind
			}
			start(job{k, t, [2]int{class, shard}})
			origins[origin{k.name, from, class, shard, t}]++
		}
	}
	return origins
}

// dumpOfWaiting is the dump of all goroutines, once all but this one wait.
func dumpOfWaiting() []byte {
	buffer := make([]byte, 1<<20)
	for {
		time.Sleep(100 * time.Millisecond)
		size := runtime.Stack(buffer, true)
		if size == len(buffer) {
			buffer = make([]byte, 2*len(buffer))
			continue
		}
		text := string(buffer[:size])
		if !strings.Contains(text, " [runnable") && strings.Count(text, " [running]") == 1 {
			return buffer[:size]
		}
	}
}

func truthOf(origins map[origin]int) truth {
	result := truth{
		Go:        runtime.Version(),
		Functions: map[string]int{},
		Creators:  map[string]int{},
		States:    map[string][]string{},
		Buckets:   map[string][]int{},
		Shared:    map[string]int{},
	}
	for o, count := range origins {
		result.Goroutines += count
		result.Functions["main."+o.kind] += count
		result.Creators["main."+o.creator] += count
		result.Shared[fmt.Sprintf("%p", o.thing)] += count
	}
	for _, k := range kinds {
		result.States["main."+k.name] = k.states
	}
	for address, count := range result.Shared {
		if count == 1 {
			delete(result.Shared, address)
		}
	}
	result.Buckets["exact"] = sizes(origins, func(o origin) origin { return o })
	result.Buckets["pointers"] = sizes(origins, func(o origin) origin { o.thing = nil; return o })
	result.Buckets["frames"] = sizes(origins, func(o origin) origin { o.thing, o.shard = nil, 0; return o })
	result.Buckets["place"] = sizes(origins, func(o origin) origin { return origin{kind: o.kind, creator: o.creator} })
	return result
}

func sizes(origins map[origin]int, coarser func(origin) origin) []int {
	counts := map[origin]int{}
	for o, count := range origins {
		counts[coarser(o)] += count
	}
	all := []int{}
	for _, count := range counts {
		all = append(all, count)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(all)))
	return all
}

func write(path string, data []byte) {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
