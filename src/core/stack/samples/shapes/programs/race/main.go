package main

import (
	"os"
	"sync"
	"sync/atomic"
	"time"
)

var g int
var a int64

type T struct{ m map[string]int }

func (t *T) write(k string) { t.m[k] = 1 }

func starter(f func()) { go f() }

func main() {
	switch os.Args[1] {
	case "main":
		go func() { g = 1 }()
		time.Sleep(20 * time.Millisecond)
		println(g)
	case "two":
		var wg sync.WaitGroup
		wg.Add(2)
		for i := 0; i < 2; i++ {
			starter(func() { g++; wg.Done(); time.Sleep(50 * time.Millisecond) })
		}
		wg.Wait()
	case "map":
		t := &T{map[string]int{}}
		done := make(chan bool)
		starter(func() { t.write("a"); done <- true })
		t.write("b")
		<-done
	case "atomic":
		starter(func() { atomic.AddInt64(&a, 1) })
		time.Sleep(20 * time.Millisecond)
		a = 3
	case "history":
		go func() { g = 1 }()
		time.Sleep(20 * time.Millisecond)
		x := make([]int, 1000)
		for i := 0; i < 1000000; i++ {
			x[i%1000]++
		}
		for j := 0; j < 100; j++ {
			func() {
				for i := 0; i < 100000; i++ {
					x[i%1000]++
				}
			}()
		}
		println(g)
	}
}
