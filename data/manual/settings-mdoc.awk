# Settings with the comments above them (data/servers/pantau-cgi.conf) to a list in mdoc.
BEGIN { print ".Bl -tag -width Ds" }
/^$/ { words = ""; next }
/^#?[a-z_]+ = / {
  sub(/^#/, "")
  name = $1
  value = substr($0, length(name) + 4)
  gsub(/-/, "\\-", value)
  print ".It Va " name " = " value
  print words == "" ? "The index to search; given again, several are searched as one." : words
  words = ""
  next
}
/^# / { words = words (words == "" ? "" : "\n") substr($0, 3) }
END { print ".El" }
