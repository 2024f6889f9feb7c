/** What all REST resources share: problem documents, paging. */
@NullMarked
package dev.winback.web.api;

import org.jspecify.annotations.NullMarked;
