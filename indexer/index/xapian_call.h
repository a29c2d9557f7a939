// Where Xapian's exceptions become ours, for all that writes.
#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

#include "common/error.h"
#include "indexer/index/generations.h"

namespace pantau {

/// Runs `work`; what goes wrong is an Error that names the index `where`.
template <typename Work>
auto translated(const std::filesystem::path& where, const Work& work) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError& error) {
    // Ours is held, so it is Xapian's own lock: of another program, or one that could not be taken.
    const std::string reason = error.get_msg();
    const bool held = reason.find("already locked") != std::string::npos;
    throw Error{held ? Error::Kind::locked : Error::Kind::index,
                where.string() + (held ? ": another process writes to this database"
                                       : ": cannot be locked: " + reason)};
  } catch (const std::filesystem::filesystem_error& error) {
    fail_index(where, std::string{"cannot be changed: "} + error.code().message());
  } catch (const Xapian::Error& error) {
    const char* const reason = error.get_error_string();
    fail_index(where, "the index cannot be written: " + error.get_msg() +
                          (reason == nullptr ? "" : std::string{" ("} + reason + ")") +
                          "; free the cause and run again; an index that is damaged has to be "
                          "built anew with --rebuild");
  }
}

}  // namespace pantau
