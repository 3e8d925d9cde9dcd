"""What all windows share: colours, type, icons, jobs, messages, settings and the widgets that are used twice."""
