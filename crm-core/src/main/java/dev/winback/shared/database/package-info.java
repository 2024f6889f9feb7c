/** Where the database comes from: an external PostgreSQL or the embedded one. */
@NullMarked
package dev.winback.shared.database;

import org.jspecify.annotations.NullMarked;
