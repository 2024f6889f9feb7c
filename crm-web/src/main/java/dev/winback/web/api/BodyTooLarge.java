package dev.winback.web.api;

import java.io.IOException;

/**
 * More bytes came than a body may have. Read as JSON a body takes up to thirteen times its size in
 * memory: 229 MB of small facts ended a program of 600 MB.
 */
public final class BodyTooLarge extends IOException {

  public static final int MOST_MEGABYTES = 16;
  public static final long MOST = MOST_MEGABYTES * 1024L * 1024L;

  private static final long serialVersionUID = 1;

  public BodyTooLarge() {
    super("more than " + MOST + " bytes");
  }
}
