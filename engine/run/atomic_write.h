// atomic_write: replaces a file's content at one stroke, and keeps all else about it. DiskStore's other half.
//
// The new content goes to a temporary file in the same directory, which takes on the old one's mode, owner and extended
// attributes, reaches the disk, and then takes the old one's name.
#pragma once

#include <string>
#include <string_view>

#include "engine/error.h"
#include "engine/run/disk_store.h"

namespace py3k::engine {

// `path` must not be a symbolic link, nor one of several names of its file. A failure leaves neither a change nor the
// temporary file. What was there goes to `replaced`.
Expected<void> atomic_write(const std::string& path, std::string_view content, const DiskStore::Fault& fault,
                            ReplacedFiles& replaced);

// The same for a path at which there may be nothing yet, in a directory that is there; a link there goes. Mode from
// `model`.
Expected<void> atomic_write_as(const std::string& path, std::string_view content, const std::string& model,
                               const DiskStore::Fault& fault);

// What the system's error number means for the user of a file: "does not exist".
Error file_error(int error_number, std::string_view doing);

}  // namespace py3k::engine
