// Runs the real programs, as a user's shell would, for the tests of the command lines.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>

#include "tests/temporary_directory.h"

namespace pantau {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << bytes;
}

struct Outcome {
  int code = -1;  ///< exit code, or 128 + the signal that ended it
  std::string out, err;
};

/// A word as a shell takes it, whatever it holds.
inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return out + "'";
}

/// Runs `program` with `arguments` in the sample's crawl folder, `input` on its standard input.
inline Outcome run(const std::string& program, const std::vector<std::string>& arguments,
                   const std::string& input = "", const std::string& environment = "") {
  const TemporaryDirectory files;
  const std::string base = files.path().string();
  write_file(files.path() / "in", input);
  std::string command = "cd " + quoted(std::string{PANTAU_SAMPLE} + "/crawl") + " && " +
                        environment + ' ' + quoted(program);
  for (const std::string& argument : arguments) command += ' ' + quoted(argument);
  command += " <" + base + "/in >" + base + "/out 2>" + base + "/err";
  const int status = std::system(command.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read_file(files.path() / "out"), read_file(files.path() / "err")};
}

inline Outcome run_index(const std::vector<std::string>& arguments, const std::string& input = "") {
  return run(PANTAU_INDEX, arguments, input);
}

inline Outcome run_search(const std::vector<std::string>& arguments,
                          const std::string& input = "") {
  return run(PANTAU_SEARCH, arguments, input);
}

}  // namespace pantau
