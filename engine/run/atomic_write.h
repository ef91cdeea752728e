// atomic_write: gives a file a new content at one stroke, and keeps all else about it. DiskStore's other half.
//
// The new content goes to a temporary file in the same directory, which takes on the old one's mode, owner, access list
// and extended attributes, reaches the disk, and then takes the old one's name: unless the old one is, by then, not
// what it was when it was read. What is left is the moment between that look and the rename.
#pragma once

#include <string>
#include <string_view>

#include "engine/error.h"
#include "engine/run/disk_store.h"

namespace py3k::engine {

// `directory` is an open one, `name` a file in it: no link, with no other name, and with the content `before`; whatever
// else is there stays, and that is a failure. A failure leaves neither a change nor the temporary file. What was there
// goes to `replaced`.
Expected<void> atomic_replace(int directory, const std::string& name, std::string_view before, std::string_view after,
                              const DiskStore::Fault& fault, ReplacedFiles& replaced);

// Removes such a file.
Expected<void> remove_unchanged(int directory, const std::string& name, std::string_view content);

// Writes a file at whose name there may be nothing yet; a link there goes. Mode from `model`.
Expected<void> atomic_write_new(int directory, const std::string& name, std::string_view content,
                                const std::string& model, const DiskStore::Fault& fault);

// What the system's error number means for the user of a file: "does not exist".
Error file_error(int error_number, std::string_view doing);

}  // namespace py3k::engine
