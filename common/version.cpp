#include "common/version.h"

#include "common/analyzer.h"
#include "common/schema.h"

namespace pantau {

std::string program_version() {
  return PANTAU_VERSION;
}

std::string version_text(std::string_view program) {
  return std::string{program} + ' ' + PANTAU_VERSION + "\nindex schema " +
         std::to_string(schema_version) + "\nanalysis " + analyzer_version() + '\n';
}

}  // namespace pantau
