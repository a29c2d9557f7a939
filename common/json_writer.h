// JSON out, without string glue: begin, key, value, end (RFC 8259). Controls of terminals and of
// the direction of writing come out as escapes. Tested by tests/common/json_writer_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pantau {

/// Builds one JSON text. The caller keeps to the grammar: a key before each value of an object, as
/// many end_ as begin_. Strings must be valid UTF-8.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view{text}); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(double number);  ///< six digits after the point
  JsonWriter& null();
  /// The text if there is one, null if it is empty: "not known" in every output of ours.
  JsonWriter& value_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace pantau
