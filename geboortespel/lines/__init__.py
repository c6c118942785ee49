"""Line mode: the front end for pipes, screen readers and scripts."""
