package dev.winback.web.layout;

import dev.winback.shared.Sha256;
import dev.winback.staff.Actor;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is noted of one file while it is written. */
final class ExportNote {

  private final ExportTrail trail;
  private final @Nullable Actor actor;
  private final String list;
  private final String filter;
  private final MessageDigest digest = Sha256.digest();
  private @Nullable Long export;
  private long rows;
  private boolean ended;

  ExportNote(ExportTrail trail, @Nullable Actor actor, String list, String filter) {
    this.trail = trail;
    this.actor = actor;
    this.list = list;
    this.filter = filter;
  }

  OutputStream over(OutputStream out) {
    return new DigestOutputStream(out, digest);
  }

  /** The first row is the header; nothing of the file has left before it. */
  void row(@Nullable Object[] cells) {
    if (export == null) {
      begin(Arrays.stream(cells).map(String::valueOf).toList());
    } else {
      rows++;
    }
  }

  /** Of a file that is there as a whole all rows are known before its first byte. */
  void whole(List<String> parts, long all) {
    begin(parts);
    rows = all;
  }

  private long begin(List<String> columns) {
    long number = trail.begun(actor, list, filter, columns);
    export = number;
    return number;
  }

  /** After the end it says nothing: an answer that broke off is followed by a page of the error. */
  void done() {
    if (ended) {
      return;
    }
    long number = export == null ? begin(List.of()) : export;
    ended = true;
    trail.done(actor, number, rows, HexFormat.of().formatHex(digest.digest()));
  }

  void broken() {
    if (!ended && export != null) {
      trail.broken(actor, export, rows);
    }
    ended = true;
  }
}
