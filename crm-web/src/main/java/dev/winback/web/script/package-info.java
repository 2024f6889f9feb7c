/** The texts of calls: kept under the settings, read and practised by who calls. */
@NullMarked
package dev.winback.web.script;

import org.jspecify.annotations.NullMarked;
