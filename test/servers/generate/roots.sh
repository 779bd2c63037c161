#!/bin/sh
# Unpacks each mail server in a small Debian of its own, as their packages conflict. As root; needs debootstrap.
set -eu
roots=${SENDWELL_MTA_ROOTS:-/var/tmp/sendwell-mta}
mkdir -p "$roots"
[ -d "$roots/base" ] || debootstrap --variant=minbase bookworm "$roots/base" http://deb.debian.org/debian
# Nothing may start while it is installed.
printf '#!/bin/sh\nexit 101\n' > "$roots/base/usr/sbin/policy-rc.d"
chmod 755 "$roots/base/usr/sbin/policy-rc.d"

root() {
  name=$1
  shift
  [ -d "$roots/$name" ] && return
  cp -a "$roots/base" "$roots/$name"
  # Sendmail's package does not configure itself without /proc; its files are there all the same.
  DEBIAN_FRONTEND=noninteractive chroot "$roots/$name" apt-get install -y --no-install-recommends "$@" || true
}

root exim exim4-daemon-light
root opensmtpd opensmtpd
root sendmail sendmail-bin sendmail-cf m4
root courier courier-mta
