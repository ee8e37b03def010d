"""Looking back: snapshots, earlier versions, and what changed."""
