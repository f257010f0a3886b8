"""What `./run bench` measures: each module one thing, always beside something to compare it with."""
