// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/annotationdocument.h"

#include <QByteArray>

namespace vigie {

/// The sidecar: JSON, schema 1 (DESKTOP A8). Equal documents give equal bytes. Places are written
/// in hundredths of a pixel, so that a document that was read and written again does not drift.
[[nodiscard]] QJsonObject annotationJson(const AnnotationDocument &document);
[[nodiscard]] QByteArray annotationBytes(const AnnotationDocument &document);

/// Strict, because a sidecar may come from anybody: everything has a type, a range and a limit
/// (core/base/limits.h), ids are unique, layers exist, places lie within one picture's width and
/// height around the picture. A kind of annotation that is not known is kept and not shown.
/// Invalid, TooLarge, or StoreTooNew for a schema of a later Vigie.
[[nodiscard]] Result<AnnotationDocument> annotationDocumentFrom(const QJsonObject &object);
[[nodiscard]] Result<AnnotationDocument> annotationDocumentFrom(const QByteArray &bytes);

/// The media type of a sidecar among a message's files.
[[nodiscard]] QString annotationMediaType();

} // namespace vigie
