#include "indexer/index/database_version.h"

#include <cstdlib>
#include <string>

#include "common/analyzer.h"
#include "common/schema.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

/// A newer index is for a newer program; --rebuild would throw away what that one wrote.
std::string advice_for(const std::string& schema) {
  const bool newer = std::atoi(schema.c_str()) > schema_version;
  return newer ? "; use the newer Pantau that made it" : "; build it anew with --rebuild";
}

[[noreturn]] void refuse(const std::filesystem::path& index, const std::string& schema) {
  fail_index(index, "this index has schema " + (schema.empty() ? "(none)" : schema) +
                        " and this program writes " + std::to_string(schema_version) +
                        advice_for(schema));
}

}  // namespace

void require_this_version(const Xapian::Database& database, const std::filesystem::path& index) {
  const std::string schema = database.get_metadata(std::string{schema_version_key});
  if (schema != std::to_string(schema_version)) refuse(index, schema);
  const std::string analysis = database.get_metadata(std::string{analyzer_version_key});
  if (analysis != analyzer_version())
    fail_index(index, "this index was made with another analysis of words (" + analysis +
                          "); build it anew with --rebuild");
}

void refuse_newer_version(const Xapian::Database& database, const std::filesystem::path& index) {
  const std::string schema = database.get_metadata(std::string{schema_version_key});
  if (std::atoi(schema.c_str()) > schema_version) refuse(index, schema);
}

void write_version(Xapian::WritableDatabase& database) {
  database.set_metadata(std::string{schema_version_key}, std::to_string(schema_version));
  database.set_metadata(std::string{analyzer_version_key}, analyzer_version());
}

}  // namespace pantau
