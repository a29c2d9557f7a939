// Where Xapian's exceptions become ours, for all that writes.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include <xapian.h>

#include "common/error.h"
#include "indexer/index_error.h"

namespace pantau {

/// What Xapian says, and the operating system to it.
inline std::string words_of(const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  return error.get_msg() + (reason == nullptr ? "" : std::string{" ("} + reason + ")");
}

/// Runs `work`, which writes; what goes wrong is an Error that names the index `where`.
template <typename Work>
auto rethrow_write_errors(const std::filesystem::path& where, const Work& work) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError& error) {
    // Ours is held, so it is Xapian's own lock: of another program, or one that could not be taken.
    const bool held = error.get_msg().find("already locked") != std::string::npos;
    throw Error{held ? Error::Kind::locked : Error::Kind::index,
                where.string() + (held ? ": another process writes to this database"
                                       : ": cannot be locked: " + words_of(error))};
  } catch (const std::filesystem::filesystem_error& error) {
    fail_index(where, std::string{"cannot be changed: "} + error.code().message());
  } catch (const Xapian::Error& error) {
    fail_index(where, "the index cannot be written: " + words_of(error) +
                          "; free the cause and run again; an index that is damaged has to be "
                          "built anew with --rebuild");
  }
}

/// Runs `work`, which only reads; what goes wrong is an Error that names the index `where`.
template <typename Work>
auto rethrow_read_errors(const std::filesystem::path& where, const Work& work) {
  try {
    return work();
  } catch (const std::filesystem::filesystem_error& error) {
    fail_index(where, std::string{"cannot be read: "} + error.code().message());
  } catch (const Xapian::DatabaseModifiedError&) {
    throw Error{
        Error::Kind::locked,
        where.string() +
            ": another process changed it meanwhile; run this again, and --check if it stays so"};
  } catch (const Xapian::Error& error) {
    fail_index(where, "the index cannot be read: " + words_of(error) +
                          "; one that is damaged has to be built anew with --rebuild");
  } catch (const std::length_error& error) {  // a size that damage made
    fail_index(where, std::string{"the index cannot be read: "} + error.what() +
                          "; it is damaged: build it anew with --rebuild");
  }
}

}  // namespace pantau
