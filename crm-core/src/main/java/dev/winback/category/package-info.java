/** Which customers matter: ABC, XYZ, the VIP list and priority groups. */
@NullMarked
package dev.winback.category;

import org.jspecify.annotations.NullMarked;
