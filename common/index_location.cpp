#include "common/index_location.h"

#include <charconv>
#include <fstream>

#include "common/error.h"

namespace pantau {

std::optional<unsigned> current_generation(const std::filesystem::path& index) {
  std::error_code problem;
  const bool exists = std::filesystem::exists(index / stub_name, problem);
  if (problem)
    throw Error{Error::Kind::index, (index / stub_name).string() + ": " + problem.message()};
  if (!exists) return {};
  std::ifstream stub{index / stub_name};
  if (!stub) throw Error{Error::Kind::index, (index / stub_name).string() + ": cannot be read"};
  std::string line;
  std::getline(stub, line);
  const std::string start = std::string{"auto "} + generation_prefix;
  unsigned number = 0;
  const char* const first = line.data() + start.size();
  const char* const last = line.data() + line.size();
  if (line.size() > start.size() && line.starts_with(start)) {
    const auto [end, error] = std::from_chars(first, last, number);
    if (error == std::errc{} && end == last) return number;
  }
  throw Error{
      Error::Kind::index,
      (index / stub_name).string() + ": not written by pantau-index; point --db at another folder"};
}

std::filesystem::path generation_path(const std::filesystem::path& index, unsigned generation) {
  return index / (generation_prefix + std::to_string(generation));
}

}  // namespace pantau
