#include "searcher/page/page_config.h"

#include <charconv>

#include "common/error.h"
#include "common/hash.h"
#include "common/url.h"
#include "common/utf8.h"

namespace pantau {
namespace {

[[noreturn]] void refuse(std::size_t line, const std::string& what) {
  throw Error{Error::Kind::usage, "configuration, line " + std::to_string(line) + ": " + what};
}

std::uint64_t to_number(std::size_t line, const std::string& text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  constexpr std::uint64_t most = 1'000'000;  // 16 minutes, or a terabyte: beyond, a typing error
  if (result.ec != std::errc{} || result.ptr != end || number > most)
    refuse(line, "'" + text + "' is no number from 0 to 1000000");
  return number;
}

bool to_switch(std::size_t line, const std::string& text) {
  if (text == "yes") return true;
  if (text == "no") return false;
  refuse(line, "'" + text + "' is neither yes nor no");
}

TextShown to_text_shown(std::size_t line, const std::string& text) {
  if (text == "excerpt") return TextShown::excerpt;
  if (text == "yes") return TextShown::whole;
  if (text == "no") return TextShown::none;
  refuse(line, "'" + text + "' is neither yes, excerpt nor no");
}

/// A download of more costs seconds, for which the deadline is not meant.
constexpr std::uint64_t most_downloaded = 1'000;

std::size_t to_download_limit(std::size_t line, const std::string& text) {
  const std::uint64_t number = to_number(line, text);
  if (number == 0 || number > most_downloaded)
    refuse(line, "a download has 1 to " + std::to_string(most_downloaded) + " articles");
  return number;
}

/// Every link of a feed begins with it.
std::string to_origin(std::size_t line, const std::string& text) {
  const std::string address = canonical_url(text);  // http and https only
  if (address.empty()) refuse(line, "'" + text + "' is no address such as https://news.example");
  return text.substr(0, text.find_last_not_of('/') + 1);
}

void set(PageConfig& config, std::size_t line, const std::string& name, const std::string& value) {
  constexpr std::uint64_t mebibyte = 1'048'576;
  if (name == "index") {
    if (value.empty()) refuse(line, "'index' names no folder");
    config.indexes.push_back(value);
  } else if (name == "title") {
    config.title = value;
  } else if (name == "origin") {
    config.origin = to_origin(line, value);
  } else if (name == "deadline_ms") {
    config.deadline = std::chrono::milliseconds{to_number(line, value)};
    if (config.deadline.count() == 0) refuse(line, "a request needs some time");
  } else if (name == "memory_mb") {
    config.memory = to_number(line, value) * mebibyte;
  } else if (name == "log_queries") {
    config.log_queries = to_switch(line, value);
  } else if (name == "facets") {
    config.facets = to_switch(line, value);
  } else if (name == "show_text") {
    config.text = to_text_shown(line, value);
  } else if (name == "download_limit") {
    config.download_limit = to_download_limit(line, value);
  } else {
    refuse(line, "there is no setting '" + name + "'");
  }
}

}  // namespace

PageConfig parse_config(std::string_view text) {
  PageConfig config;
  config.revision = to_hex(fnv1a(text));
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string row = to_valid_utf8(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string content = collapse_space(row);
    if (content.empty() || content.front() == '#') continue;
    const std::size_t equals = content.find('=');
    if (equals == std::string::npos) refuse(line, "'" + content + "' is not `name = value`");
    set(config, line, collapse_space(content.substr(0, equals)),
        collapse_space(content.substr(equals + 1)));
  }
  return config;
}

}  // namespace pantau
