package dev.winback.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** XML without a tag for megabytes is no sheet: its reader would hold all of it in memory. */
final class ShortRuns extends FilterInputStream {

  private static final int LONGEST = 8 * 1024 * 1024;

  private int run;

  ShortRuns(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    follow(b);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    for (int i = 0; i < n; i++) {
      follow(buffer[offset + i]);
    }
    return n;
  }

  private void follow(int b) {
    run = b == '<' ? 0 : run + 1;
    if (run > LONGEST) {
      throw new FileRefused("broken-xml");
    }
  }
}
