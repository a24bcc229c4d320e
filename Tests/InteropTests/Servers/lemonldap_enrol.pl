# Stores a one-time password device of a user as the portal does: lemonldap_enrol.pl FOLDER USER SECRET
use strict;
use warnings;
use Digest::MD5 'md5_hex';
use JSON;
use Lemonldap::NG::Common::Session;

my ($folder, $user, $secret) = @ARGV;
my $session = Lemonldap::NG::Common::Session->new({
  storageModule        => 'Apache::Session::File',
  storageModuleOptions => { Directory => $folder, LockDirectory => "$folder/lock" },
  id                   => md5_hex($user),
  force                => 1,
  kind                 => 'Persistent',
  info                 => {
    _session_uid => $user,
    _utime       => time,
    _2fDevices   => to_json([{ type => 'TOTP', name => 'phone', _secret => lc $secret, epoch => time }]),
  },
});
die $session->error . "\n" if $session->error;
