// Crashes, or prints a stack, in the way that its argument names.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
)

type place struct {
	Function, File string
	Line           int
}

// callers is what the runtime itself says of the stack, its own frames left out.
func callers() []place {
	pcs := make([]uintptr, 100)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var places []place
	for {
		frame, more := frames.Next()
		if !strings.HasPrefix(frame.Function, "runtime.") {
			places = append(places, place{frame.Function, frame.File, frame.Line})
		}
		if !more {
			return places
		}
	}
}

func report() {
	stack, places := debug.Stack(), callers()
	text, _ := json.Marshal(places)
	fmt.Printf("%s\nE1121 08:54:12.041710    1492 main.go:25] registered \"/x\" from %s", text, stack)
}

type pointer struct{ n int }
type value [3]int
type list[T any] struct{ items []T }

func (p *pointer) Method(f func()) { f() }
func (v value) Method(f func())    { f() }
func (l *list[T]) Each(f func())   { f() }
func inlined(f func())             { f() }

func deep(n int) int { return deep(n+1) + 1 }

func spin() {
	for {
	}
}

func main() {
	switch os.Args[1] {
	case "index":
		var items []int
		fmt.Println(items[len(os.Args)])
	case "nested":
		defer func() { panic("second") }()
		panic("first")
	case "repanic":
		defer func() { panic(fmt.Sprint("again ", recover())) }()
		panic("first")
	case "value":
		panic("first\n\nthird\ngoroutine 9 [running]:")
	case "error":
		panic(fmt.Errorf("no such %s", "thing"))
	case "deadlock":
		<-make(chan int)
	case "overflow":
		debug.SetMaxStack(1 << 20)
		deep(0)
	case "busy":
		runtime.GOMAXPROCS(4)
		go spin()
		go func() { select {} }()
		time.Sleep(200 * time.Millisecond)
		panic("while another runs")
	case "quit":
		for i := 0; i < 3; i++ {
			go func() { select {} }()
		}
		time.Sleep(50 * time.Millisecond)
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
		time.Sleep(time.Minute)
	case "all":
		for i := 0; i < 20; i++ {
			go func() { select {} }()
		}
		time.Sleep(50 * time.Millisecond)
		text := make([]byte, 1<<20)
		fmt.Printf("%d\n\n%s", runtime.NumGoroutine(), text[:runtime.Stack(text, true)])
	case "stack":
		p, v, l := &pointer{}, value{}, &list[string]{}
		done := make(chan int)
		go func() {
			p.Method(func() { v.Method(func() { l.Each(func() { inlined(func() { report() }) }) }) })
			close(done)
		}()
		<-done
	}
}
