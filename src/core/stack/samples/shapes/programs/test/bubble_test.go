package test

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch := make(chan int)
		go func() { <-ch }()
		go func() { time.Sleep(time.Hour); ch <- 1; <-ch }()
		<-ch
	})
}
